/** What a page sees of a file: its size, the hash of every pixel, and of every frame where the browser tells frames apart. */
export type Seen = { size: string; pixels: string[]; frames: string[] };

/** Runs in the page. Draws the file at `path` upright, as the browser turns it. Null for what the browser cannot show. */
export async function look(path: string, type: string): Promise<Seen | null> {
  const blob = await (await fetch(path)).blob();
  return type.startsWith('video/') ? lookAtVideo() : lookAtPicture();

  async function lookAtPicture(): Promise<Seen | null> {
    const image = new Image();
    image.src = type === 'image/svg+xml' ? await dataUrl() : URL.createObjectURL(blob);
    const isShown = await image.decode().then(
      () => true,
      () => false,
    );
    if (!isShown) return null;
    // A drawing need not have a size of its own.
    const [width, height] = [image.naturalWidth || 300, image.naturalHeight || 150];
    const pixels = await hash(image, width, height);
    URL.revokeObjectURL(image.src);
    return { size: `${width} × ${height}`, pixels: [pixels], frames: await frames() };
  }

  async function frames(): Promise<string[]> {
    if (!('ImageDecoder' in window) || !(await ImageDecoder.isTypeSupported(type))) return [];
    const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type });
    await decoder.tracks.ready;
    await decoder.completed;
    const track = decoder.tracks.selectedTrack;
    if (!track?.animated) return [];
    const seen = [`${track.frameCount} frames, ${track.repetitionCount} times over`];
    for (let frameIndex = 0; frameIndex < track.frameCount; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      seen.push(`${image.duration} ${await hash(image, image.displayWidth, image.displayHeight)}`);
      image.close();
    }
    return seen;
  }

  async function lookAtVideo(): Promise<Seen | null> {
    const video = document.createElement('video');
    Object.assign(video, { muted: true, preload: 'auto', src: URL.createObjectURL(blob) });
    if (!(await happened(video, 'loadeddata'))) return null;
    const { videoWidth: width, videoHeight: height, duration } = video;
    const pixels: string[] = [];
    for (const part of [0.25, 0.75]) {
      video.currentTime = duration * part;
      await happened(video, 'seeked');
      pixels.push(await hash(video, width, height));
    }
    return { size: `${width} × ${height}, ${duration} s`, pixels, frames: [] };
  }

  function happened(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<boolean> {
    return new Promise((resolve) => {
      video.addEventListener(event, () => resolve(true), { once: true });
      video.addEventListener('error', () => resolve(false), { once: true });
    });
  }

  async function hash(source: CanvasImageSource, width: number, height: number): Promise<string> {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context?.drawImage(source, 0, 0, width, height);
    const { data } = context?.getImageData(0, 0, width, height) ?? { data: new Uint8ClampedArray(0) };
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Chromium lets a page look at the pixels of a drawing with HTML in it only when it comes from a data URL. */
  async function dataUrl(): Promise<string> {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
  }
}
