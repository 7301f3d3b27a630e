/** Invented papers in the shape of a JSON-lines source; enough of them for filters, pages and comparisons. */
export const PAPERS: readonly object[] = [
  {
    id: 'p-1',
    title: 'QuickNet: Lighter Backbones',
    abstract:
      'We propose QuickNet, which reaches 81.2% top-1 accuracy on ImageNet-1K with 2.4x faster inference than ResNet-50 and reduces memory by 63.3%. Code is at https://github.com/example/quicknet.',
    authors: ['A. Example', 'B. Sample'],
    publishedAt: '2024-03-05',
    arxivId: '2403.00001',
  },
  {
    id: 'p-2',
    title: 'SlimFormer for Image Classification',
    abstract:
      'SlimFormer achieves 83.4% top-1 accuracy on ImageNet-1K and 95.1% accuracy on CIFAR-100 while it uses 37% less memory than ViT.',
    publishedAt: '2024-07-19',
    doi: '10.5555/slim.2024',
  },
  {
    id: 'p-3',
    title: '<script>alert("title")</script> & <img src=x onerror=alert(1)>',
    abstract:
      'LoRA is compared with FullTune on MMLU: FullTune reaches 68.9% accuracy, LoRA 67.2%. Training is 3x faster and takes 12 GB of GPU memory.',
    publishedAt: '2023-11-30',
    arxivId: '2311.00003',
  },
  {
    id: 'p-4',
    title: '=HYPERLINK("http://example.invalid","click")',
    abstract:
      'We present DraftDecoder, a method for speculative decoding. DraftDecoder yields up to 2.9x speedup over autoregressive decoding on MT-Bench and 100%_sure savings of 45% in energy.',
    publishedAt: '2025-01-12',
  },
];
