import { Checkbox } from "react-aria-components/Checkbox";
import { useMemo } from "react";
import { createSystemLookup } from "../figure/drawnSystem.ts";
import type { DrawnSystem } from "../figure/figure.ts";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { Icon } from "./icons.tsx";
import { Swatch } from "./Swatch.tsx";

/** Every system that can be drawn, the catalog's first, with its range in words. */
export function useDrawnSystems(): DrawnSystem[] {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const customSystems = useAppState((state) => state.content.customSystems);
  const display = useAppState((state) => state.content.display);
  return useMemo(() => {
    const lookup = createSystemLookup(catalog, customSystems, { display, translate });
    return [...catalog.systems, ...customSystems].flatMap((system) => lookup(system.id) ?? []);
  }, [catalog, customSystems, display, translate]);
}

interface SystemChoiceProps {
  label: string;
  chosen: readonly string[];
  onChange: (system: string, on: boolean) => void;
}

/** Check boxes of the systems that a launch point has, strike and defensive apart. */
export function SystemChoice({ label, chosen, onChange }: SystemChoiceProps) {
  const translate = useTranslate();
  const systems = useDrawnSystems();
  return (
    <fieldset aria-label={label} className="system-choice">
      {(["strike", "defence"] as const).map((role) => (
        <div key={role} className="system-role">
          <span className="eyebrow">{translate(`role.${role}`)}</span>
          {systems
            .filter((system) => system.role === role)
            .map((system) => (
              <Checkbox
                key={system.ref}
                className="checkbox"
                isSelected={chosen.includes(system.ref)}
                onChange={(on) => onChange(system.ref, on)}
              >
                <span className="checkbox-box">
                  <Icon name="check" />
                </span>
                <Swatch system={system} />
                <span className="system-name">{system.shortName}</span>
                <span className="system-range">{system.rangeText}</span>
              </Checkbox>
            ))}
        </div>
      ))}
    </fieldset>
  );
}
