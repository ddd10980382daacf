/** A picture that the build puts beside the app; the import is its address. */
declare module "*.svg" {
  const address: string;
  export default address;
}
