export type SelectChoice = { value: string; label: string }
export type SelectItem = SelectChoice | { group: string; choices: readonly SelectChoice[] }

/** The options of a native select, in groups where the list has them. */
export function SelectOptions({ items }: { items: readonly SelectItem[] }) {
  return (
    <>
      {items.map((item) =>
        'group' in item ? (
          <optgroup key={item.group} label={item.group}>
            <SelectOptions items={item.choices} />
          </optgroup>
        ) : (
          <option key={item.value} value={item.value}>
            {item.label}
          </option>
        ),
      )}
    </>
  )
}
