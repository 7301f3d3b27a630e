/** Whose number it is, and by what way of saying it was found. */
export interface BoundSubject {
  readonly name: string;
  readonly way: 'parenthesis' | 'beside' | 'clause' | 'own' | 'reference' | 'phrase';
}
