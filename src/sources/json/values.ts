/** What an object of unknown shape holds, read without trusting it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key; an empty one where there is none. */
export function objectAt(value: JsonObject, ...keys: string[]): JsonObject {
  let at: JsonObject = value;
  for (const key of keys) {
    const next = at[key];
    if (!isObject(next)) return {};
    at = next;
  }
  return at;
}

/** The first of some keys that holds text or a number; null where none does. */
export function textAt(value: JsonObject, ...keys: string[]): string | null {
  for (const key of keys) {
    const found = value[key];
    if (typeof found === 'string' && found.trim() !== '') return found;
    if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  }
  return null;
}

/** The elements of an array under a key; none where there is no array. */
export function arrayAt(value: JsonObject, key: string): readonly unknown[] {
  const found = value[key];
  return Array.isArray(found) ? found : [];
}

/** The objects of an array under a key. */
export function objectsAt(value: JsonObject, key: string): JsonObject[] {
  return arrayAt(value, key).filter(isObject);
}
