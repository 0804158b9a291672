type Props<Id extends string> = {
  /** Of the radio buttons: one a page. */
  name: string;
  legend: string;
  options: readonly (readonly [id: Id, label: string])[];
  chosen: Id;
  onChoose(id: Id): void;
};

/** A choice of one of a few, all of them in sight. */
export function Chips<Id extends string>({ name, legend, options, chosen, onChoose }: Props<Id>) {
  return (
    <fieldset class="chips">
      <legend class="sr">{legend}</legend>
      {options.map(([id, label]) => (
        <label key={id}>
          <input
            type="radio"
            class="sr"
            name={name}
            value={id}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
