declare module "virtual:later-words" {
  const words: Record<string, string>;
  export default words;
}
