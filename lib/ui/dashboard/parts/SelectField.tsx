type Props<Id extends string> = {
  label: string;
  options: readonly (readonly [id: Id, label: string])[];
  chosen: Id;
  onChoose(id: Id): void;
};

/** A choice of one of many. */
export function SelectField<Id extends string>({ label, options, chosen, onChoose }: Props<Id>) {
  const choose = (value: string) => {
    const option = options.find(([id]) => id === value);
    if (option) onChoose(option[0]);
  };
  return (
    <label class="field">
      {label}
      <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
