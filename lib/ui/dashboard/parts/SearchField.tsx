type Props = { label: string; typed: string; onType(text: string): void };

/** Shows what fits while it is typed. */
export function SearchField({ label, typed, onType }: Props) {
  return (
    <label class="field">
      {label}
      <input type="search" value={typed} onInput={({ currentTarget }) => onType(currentTarget.value)} />
    </label>
  );
}
