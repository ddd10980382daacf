/** Whether a text looks like an e-mail address; the API knows better. */
export const isEmail = (text = ""): boolean => /^\S+@\S+\.\S+$/.test(text);
