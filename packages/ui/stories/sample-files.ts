/** A generated image: a bar chart. */
export async function aPicture(name = 'latency.png', width = 640, height = 400): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser has no 2D canvas.');
  pen.fillStyle = '#f2f5f7';
  pen.fillRect(0, 0, width, height);
  const bars = [0.3, 0.34, 0.31, 0.36, 0.78, 0.86, 0.81];
  bars.forEach((share, index) => {
    pen.fillStyle = share > 0.5 ? '#b4432f' : '#5b7c8d';
    const step = width / bars.length;
    pen.fillRect(index * step + step * 0.2, height * (0.95 - share), step * 0.6, height * share);
  });
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

/** A file of a given size, filled with zeros. */
export function aFile(name: string, bytes: number, type = ''): File {
  return new File([new Uint8Array(bytes)], name, { type });
}
