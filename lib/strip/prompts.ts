import { type Said, say } from './sentences.ts';
import { size, words } from './words.ts';

/** Text keys under which image generators keep their prompts and settings. */
const PROMPT_KEYS: Record<string, Said> = {
  parameters: say('prompt_sd'),
  prompt: say('prompt_comfy'),
  workflow: say('workflow_comfy'),
  Dream: say('prompt_invoke'),
  'sd-metadata': say('settings_invoke'),
  invokeai_metadata: say('settings_invoke'),
  invokeai_graph: say('workflow_invoke'),
  invokeai_workflow: say('workflow_invoke'),
  fooocus_scheme: say('settings_fooocus'),
  sui_image_params: say('settings_swarm'),
  generation_data: say('settings_ai'),
  negative_prompt: say('prompt_ai'),
};

/** A key and its text, when an image generator wrote them: "ComfyUI workflow, 14 kB" or the prompt itself. Undefined for other keys. */
export function promptUnder(key: string, text: string): string | undefined {
  const name = PROMPT_KEYS[key];
  if (name === undefined) return promptIn(text);
  return text.startsWith('{') || text === ''
    ? say('sized', name, size(text.length))
    : say('quoted', name, words(text));
}

/** Prompts that generators put into ordinary fields: ComfyUI into Make and Model, A1111 into UserComment, NovelAI into Comment. */
export function promptIn(text: string): string | undefined {
  const comfy = /^(prompt|workflow):\s*\{/i.exec(text);
  if (comfy) {
    const name = comfy[1]?.toLowerCase() === 'workflow' ? say('workflow_comfy') : say('prompt_comfy');
    return say('sized', name, size(text.length));
  }
  if (/\bSteps: \d+, Sampler: /.test(text)) return say('quoted', say('prompt_sd'), words(text));
  if (text.startsWith('{') && /"(?:class_type|last_node_id)"/.test(text))
    return say('sized', say('workflow_comfy'), size(text.length));
  if (text.startsWith('{') && /"(?:prompt|uc|negative_prompt|sampler)"\s*:/.test(text))
    return say('sized', say('prompt_ai'), size(text.length));
  if (/^(?:NovelAI|Stable Diffusion)\b/.test(text)) return words(text);
  return undefined;
}
