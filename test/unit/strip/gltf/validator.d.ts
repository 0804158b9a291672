declare module 'gltf-validator' {
  export type Message = { code: string; message: string; severity: number; pointer?: string };
  export function validateBytes(
    bytes: Uint8Array,
    options?: { maxIssues?: number },
  ): Promise<{ issues: { messages: Message[] } }>;
}
