/** "Residencial, estrato 3" */
export const claseDe = ({ uso, estrato }: { uso: string; estrato: number | null }) =>
  `${uso.charAt(0).toUpperCase()}${uso.slice(1)}${estrato === null ? '' : `, estrato ${estrato}`}`;
