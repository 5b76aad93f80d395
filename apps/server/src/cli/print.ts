// How the command line speaks: results on standard output, progress on the terminal only.

/** Text for a person, or one JSON value with --json. */
export function show(json: boolean | undefined, value: unknown, text: string) {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);
}

/** One line that rewrites itself; silent when nobody watches. */
export function progress({ tipo, hechas, total }: { tipo: string; hechas: number; total: number | null }) {
  if (!process.stderr.isTTY) return;
  const part = total ? ` de ${number(total)} (${Math.floor((100 * hechas) / total)} %)` : '';
  process.stderr.write(`\r\u001b[2K${tipo}: ${number(hechas)}${part}\r`);
}

export const number = (n: number) => new Intl.NumberFormat('es-CO').format(n);

/** A table with its numbers to the right. */
export function table(rows: Record<string, string | number>[]) {
  const names = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | undefined) => (typeof value === 'number' ? number(value) : (value ?? ''));
  const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => cell(row[name]).length)));
  const line = (values: (string | number)[], numeric: boolean[]) =>
    values
      .map((value, i) => (numeric[i] ? cell(value).padStart(widths[i] ?? 0) : cell(value).padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const numeric = names.map((name) => rows.every((row) => typeof row[name] === 'number'));
  return [
    line(names, numeric),
    ...rows.map((row) =>
      line(
        names.map((name) => row[name] ?? ''),
        numeric,
      ),
    ),
  ].join('\n');
}
