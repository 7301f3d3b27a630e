import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../../src/documents/index.js';
import { extract } from '../../../../src/extraction/index.js';

function rolesOf(abstract: string): Record<string, string> {
  const { methods } = extract(toDocument('A study of parsing', abstract));
  return Object.fromEntries(methods.map(({ name, role }) => [name, role]));
}

describe('parts and variants of own methods', () => {
  it('have parts that are the paper’s own', () => {
    expect(
      rolesOf(
        'We propose OwlNet. OwlNet features a Calm Token Mixer and two parts: (1) Night Gate Pooling, which is quick.',
      ),
    ).toMatchObject({ 'Calm Token Mixer': 'proposed', 'Night Gate Pooling': 'proposed' });
    expect(rolesOf('The museum features a Calm Garden Pond in its yard.')).toEqual({});
  });

  it('may be variants of a known method that is proposed outright', () => {
    expect(rolesOf('We introduce ResNet-Owl-XL, a quick encoder.')).toMatchObject({
      'ResNet-Owl-XL': 'proposed',
    });
    expect(rolesOf('We introduce ResNet-50 to the field.')).toMatchObject({ 'ResNet-50': 'base' });
  });

  it('have parts only where there is a whole', () => {
    const text = 'Drawing on the Zorvex Miser theory and a Quill Mixing Engine (QME), we propose';
    expect(Object.values(rolesOf(`${text} a new framework.`))).not.toContain('proposed');
    expect(rolesOf(`${text} OwlNet.`)).toMatchObject({ OwlNet: 'proposed', QME: 'proposed' });
  });

  it('have variants that nothing else is said of', () => {
    expect(
      rolesOf('We propose OwlNet. Concretely, QOwlNet implemented in integers is 3x faster.'),
    ).toMatchObject({ QOwlNet: 'proposed' });
    expect(
      rolesOf('We propose OwlNet. We release OwlNet-Instruct, a benchmark.')['OwlNet-Instruct'],
    ).toBeUndefined();
    expect(rolesOf('We propose OwlNet. The authors use SuperbOwlNet.').SuperbOwlNet).not.toBe(
      'proposed',
    );
  });

  it('are not what a report on a field is titled', () => {
    for (const title of ['The Technical Report on Owls', 'Multi-Owl Systems Technical Report'])
      expect(extract(toDocument(title, 'It scores 61.2%.')).methods).toEqual([]);
  });

  it('are what a technical report is on', () => {
    const { methods } = extract(
      toDocument('3.2-Owls Technical Report', 'It beats all others. 3.2-Owls scores 61.2%.'),
    );
    expect(methods).toMatchObject([{ name: '3.2-Owls', role: 'proposed' }]);
  });

  it('have parts that an indefinite article introduces', () => {
    const roles = rolesOf(
      'We propose OwlNet. A Dual-Branch Disentangling Learning (DBDL) module separates cues. The backbone uses a C2f-Quill block and the CBAM-Quill block.',
    );
    expect(roles).toMatchObject({ OwlNet: 'proposed', DBDL: 'proposed', 'C2f-Quill': 'proposed' });
    expect(roles['CBAM-Quill']).not.toBe('proposed');
  });

  it('are told what they are where they are used', () => {
    expect(rolesOf('We optimize it with LA-DUPO, a latent-aware objective.')['LA-DUPO']).toBe(
      'proposed',
    );
    expect(rolesOf('We optimize it with LA-DUPO, a popular objective.')['LA-DUPO']).toBe('base');
    expect(rolesOf('Compared with LA-DUPO, a strong objective, it wins.')['LA-DUPO']).toBe(
      'baseline',
    );
  });
});
