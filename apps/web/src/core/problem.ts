// What went wrong, in the words of the server or, when it could not be reached, in ours.
export type Problem = {
  status: number;
  code: string;
  detail: string;
  instance?: string;
  errors?: { path: string; message: string }[];
};

const UNREACHABLE: Problem = {
  status: 599,
  code: 'sin_conexion',
  detail: 'No se pudo hablar con el servidor. Revise su conexión e intente de nuevo.',
};

export function readProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  const data = (error as { data?: { problem?: unknown } } | null)?.data;
  return isProblem(data?.problem) ? data.problem : UNREACHABLE;
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'detail' in value && 'status' in value && 'code' in value;
