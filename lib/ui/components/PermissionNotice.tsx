import { Notice } from './Notice.tsx';

/** The browser no longer lets us in: files are not cleaned, and the person can change that. */
export function PermissionNotice({ site, onAllow }: { site: string; onAllow(): void }) {
  return (
    <Notice tone="bad" icon="bad" title={`Meshwarden is switched off on ${site}`}>
      <p>
        The browser has withdrawn its permission for this site. Files are not cleaned here until you give it
        back.
      </p>
      <button type="button" class="main" onClick={onAllow}>
        Allow on {site}
      </button>
    </Notice>
  );
}
