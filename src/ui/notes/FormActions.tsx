import { Button } from "react-aria-components/Button";
import { useTranslate } from "../shell/AppContext.tsx";

interface FormActionsProps {
  /** The note is on the map already. */
  isEdit: boolean;
  isComplete: boolean;
  onCancel: () => void;
}

/** The buttons under the form of a note. */
export function FormActions({ isEdit, isComplete, onCancel }: FormActionsProps) {
  const translate = useTranslate();
  return (
    <div className="button-row">
      <Button className="button" onPress={onCancel}>
        {translate("export.cancel")}
      </Button>
      <Button className="button primary" type="submit" isDisabled={!isComplete}>
        {translate(isEdit ? "custom.save" : "notes.put")}
      </Button>
    </div>
  );
}
