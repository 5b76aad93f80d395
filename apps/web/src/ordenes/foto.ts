// A picture of a phone has several megabytes; what is sent has what fits the body of a call.
const LADO = 1600;
/** The server takes 950,000 characters of base64. */
const MOST = 940_000;

/** The picture as a JPEG of at most 700 kB, base64. Throws when the browser cannot read the file. */
export async function reducirFoto(archivo: File) {
  const imagen = await createImageBitmap(archivo);
  for (const [lado, calidad] of [
    [LADO, 0.8],
    [LADO, 0.6],
    [1000, 0.6],
    [700, 0.5],
  ] as const) {
    const escala = Math.min(1, lado / Math.max(imagen.width, imagen.height));
    const lienzo = document.createElement('canvas');
    lienzo.width = Math.round(imagen.width * escala);
    lienzo.height = Math.round(imagen.height * escala);
    lienzo.getContext('2d')?.drawImage(imagen, 0, 0, lienzo.width, lienzo.height);
    const base64 = lienzo.toDataURL('image/jpeg', calidad).split(',')[1] ?? '';
    if (base64.length <= MOST) return base64;
  }
  throw new Error('The picture does not fit.');
}
