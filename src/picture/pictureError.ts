/** Why a picture could not be made. Each code has a message `exportError.<code>`. */
export class PictureError extends Error {
  readonly code: "tooLarge" | "noCanvas" | "map";
  readonly values: Record<string, string | number>;

  constructor(code: PictureError["code"], values: Record<string, string | number>) {
    super(`${code}: ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
  }
}
