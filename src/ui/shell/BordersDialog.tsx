import { useTranslate } from "./AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";

/** How the map draws borders, in the words of the basemap's policy. */
export default function BordersDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  return (
    <AppDialog title={translate("borders")} onClose={onClose}>
      <p>{translate("borders.policy")}</p>
      <p className="hint">{translate("credits.map")}</p>
    </AppDialog>
  );
}
