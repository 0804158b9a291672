import { size, words } from './words.ts';

/** Text keys under which image generators keep their prompts and settings. */
const PROMPT_KEYS: Record<string, string> = {
  parameters: 'Stable Diffusion prompt',
  prompt: 'ComfyUI prompt',
  workflow: 'ComfyUI workflow',
  Dream: 'InvokeAI prompt',
  'sd-metadata': 'InvokeAI settings',
  invokeai_metadata: 'InvokeAI settings',
  invokeai_graph: 'InvokeAI workflow',
  invokeai_workflow: 'InvokeAI workflow',
  fooocus_scheme: 'Fooocus settings',
  sui_image_params: 'SwarmUI settings',
  generation_data: 'AI generation settings',
  negative_prompt: 'AI prompt',
};

/** A key and its text, when an image generator wrote them: "ComfyUI workflow, 14 kB" or the prompt itself. Undefined for other keys. */
export function promptUnder(key: string, text: string): string | undefined {
  const name = PROMPT_KEYS[key];
  if (name === undefined) return promptIn(text);
  return text.startsWith('{') || text === '' ? `${name}, ${size(text.length)}` : `${name}: ${words(text)}`;
}

/** Prompts that generators put into ordinary fields: ComfyUI into Make and Model, A1111 into UserComment, NovelAI into Comment. */
export function promptIn(text: string): string | undefined {
  const comfy = /^(prompt|workflow):\s*\{/i.exec(text);
  if (comfy) return `ComfyUI ${comfy[1]?.toLowerCase()}, ${size(text.length)}`;
  if (/\bSteps: \d+, Sampler: /.test(text)) return `Stable Diffusion prompt: ${words(text)}`;
  if (text.startsWith('{') && /"(?:class_type|last_node_id)"/.test(text))
    return `ComfyUI workflow, ${size(text.length)}`;
  if (text.startsWith('{') && /"(?:prompt|uc|negative_prompt|sampler)"\s*:/.test(text))
    return `AI prompt, ${size(text.length)}`;
  if (/^(?:NovelAI|Stable Diffusion)\b/.test(text)) return words(text);
  return undefined;
}
