import { Button, type ButtonProps } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Icon, type IconName } from "./icons.tsx";

interface IconButtonProps extends Omit<ButtonProps, "children"> {
  icon: IconName;
  /** What the button does: its accessible name and tooltip. */
  label: string;
}

/** An icon button with its name in a tooltip. */
export function IconButton({ icon, label, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button aria-label={label} className="icon-button" {...props}>
        <Icon name={icon} />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
