import { minify as terser } from "terser";

/**
 * Shortens a built script once more: what esbuild leaves of it is 1.4 % smaller in brotli afterwards, for 10 ms a file. Assumes what
 * holds for our code and Lit's: reading a property does nothing, nobody asks a function for its length or its prototype, and what browsers bring is theirs.
 */
export async function minify(script: string): Promise<string> {
  const { code } = await terser(script, {
    module: true,
    ecma: 2022,
    compress: {
      passes: 3,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
      keep_fargs: false,
      // Comparisons are repeated as they were written, and compress better so: 60 B of a booking.
      booleans: false,
    },
  });
  if (code === undefined) throw new Error("Nothing was left of a script.");
  return code;
}
