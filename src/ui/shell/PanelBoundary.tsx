import "./faults.css";
import { Component, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "./AppContext.tsx";
import { saveFile, toFileName } from "../widgets/saveFile.ts";

interface FaultProps {
  detail: string;
  onRetry: () => void;
  /** Given for a dialog, which can be put away. */
  onClose: (() => void) | undefined;
}

/** What stands in place of a part that failed: the reason, the map as a file, another try. */
function Fault({ detail, onRetry, onClose }: FaultProps) {
  const { store } = useAppContext();
  const translate = useTranslate();
  const save = () => {
    const scenario = toScenario(store.getState());
    // The scenario as it is: a page that is in trouble loads no more code than it must.
    saveFile(
      new Blob([JSON.stringify(scenario, null, 2)], { type: "application/json" }),
      `${toFileName(scenario.title)}.json`,
    );
  };
  return (
    <section className="fault" data-floating={onClose ? true : undefined} role="alert">
      <p>{translate("fault", { detail })}</p>
      <div className="button-row">
        <Button className="button small" onPress={save}>
          {translate("fault.save")}
        </Button>
        {/* Some browsers ask for a file that failed once anew only after a reload; the map is saved in the browser by then. */}
        <Button className="button small" onPress={() => location.reload()}>
          {translate("fault.reload")}
        </Button>
        <Button className="button small" onPress={onRetry}>
          {translate("fault.retry")}
        </Button>
        {onClose && (
          <Button className="button small" onPress={onClose}>
            {translate("close")}
          </Button>
        )}
      </div>
    </section>
  );
}

interface PanelBoundaryProps {
  children: ReactNode;
  /** Called when an error has been caught, and before another try. */
  onFail?: () => void;
  onRetry?: () => void;
  onClose?: (() => void) | undefined;
}

/** Keeps an error in one part of the page from taking the rest of it down. */
export class PanelBoundary extends Component<PanelBoundaryProps, { detail: string | null }> {
  override state: { detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(): void {
    this.props.onFail?.();
  }

  readonly #retry = () => {
    this.props.onRetry?.();
    this.setState({ detail: null });
  };

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    return <Fault detail={detail} onRetry={this.#retry} onClose={this.props.onClose} />;
  }
}
