/** An address of the public room of a utility, as QR codes carry it. */
export function paginaPublica(
  { id, publicUrl }: { id: string; publicUrl: string },
  sala: 'factura' | 'recibo',
  datos: Record<string, string>,
): string {
  const query = new URLSearchParams({ ...datos, ...(id !== 'public' && { empresa: id }) });
  return `${publicUrl.replace(/\/$/, '')}/${sala}?${query.toString()}`;
}
