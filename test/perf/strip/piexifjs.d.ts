declare module 'piexifjs' {
  const piexif: {
    /** Takes and gives a JPEG as a string, one character a byte. */
    remove(jpeg: string): string;
  };
  export default piexif;
}
