/** The input ends early or is damaged, so that nothing more can be read of it; what came before is good. */
export class BrokenInput extends Error {
  override readonly name = 'BrokenInput';
}
