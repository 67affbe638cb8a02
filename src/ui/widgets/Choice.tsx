import "./choice.css";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly T[];
  value: T;
  nameOf: (option: T) => string;
  onChange: (option: T) => void;
}

/** A row of buttons of which exactly one is selected. */
export function Choice<T extends string>({ label, options, value, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <div className="choice">
      <span className="choice-label">{label}</span>
      <ToggleButtonGroup
        aria-label={label}
        className="segmented"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          if (key !== undefined) onChange(key as T);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option} id={option}>
            {nameOf(option)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
