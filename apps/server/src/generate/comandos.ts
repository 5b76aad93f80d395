// docs/reference/comandos.md
import type { Command } from 'commander';
import { commands } from '../cli/commands.ts';

export const generate = async () => [{ path: 'docs/reference/comandos.md', text: page() }];

const page = () => `# Comandos

<!-- Made by \`npm run generate\` from apps/server/src/cli. -->

Se usan con \`npm run cunservicios -- …\`, con el servidor encendido o apagado: trabajan sobre la misma base de datos.
Un comando que falla termina con código 1 y dice por qué; con \`--json\` la salida es para programas.

${leaves(commands())
  .map(([name, command]) => section(name, command))
  .join('\n\n')}
`;

/** Commands that do something, with their full names. */
function leaves(command: Command, prefix = ''): [string, Command][] {
  const name = `${prefix}${command.name()}`;
  return command.commands.length === 0
    ? [[name, command]]
    : command.commands.flatMap((child) => leaves(child, `${name} `));
}

function section(name: string, command: Command) {
  const args = command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
  const options = command.options.map(({ flags, description, defaultValue }) => {
    const otherwise = typeof defaultValue === 'string' ? ` (${defaultValue} si no se dice)` : '';
    return `- \`${flags}\`: ${description}${otherwise}`;
  });
  return [`## ${[name, ...args].join(' ')}`, '', `${command.description()}.`, '', ...options].join('\n');
}
