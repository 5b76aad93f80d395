/** What is written in a field of a form, trimmed. */
export function formText(form: HTMLFormElement, name: string) {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}
