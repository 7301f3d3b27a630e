export const MODEL_VARIABLES: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
