import { fileNames } from './body.ts';
import { vetBody } from './look.ts';
import { apply, clearTextUrl, replaceMethod } from './natives.ts';
import type { Guard } from './wire.ts';

/** Holds beacons with files that nobody has vetted, and those to clear-text endpoints. The page is told that they are queued, as of any beacon. */
export function hookBeacon(guard: Guard): void {
  replaceMethod(
    Navigator.prototype,
    'sendBeacon',
    (native) =>
      ({
        sendBeacon(this: Navigator, ...args: [string | URL, BodyInit?]): boolean {
          if (args.length > 0) args[0] = `${args[0]}`;
          const url = args.length > 0 && clearTextUrl(args[0] as string);
          let queued = true;
          const go = (body: unknown) => {
            queued = apply(native, this, args.length > 0 ? [args[0] as string, body as BodyInit] : args);
          };
          const ready = (body: unknown, isUpload: boolean) => {
            if (!url && isUpload) guard.noteSent(args[0] as string);
            if (!url) return go(body);
            guard.mayLeave({ route: 'beacon', url, files: fileNames(body) }, (free) => {
              if (free) go(body);
            });
          };
          vetBody(guard, args[1], { ready, kept: () => {} });
          return queued;
        },
      }).sendBeacon,
  );
}
