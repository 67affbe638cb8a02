import "./faults.css";
import { Component, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "./AppContext.tsx";
import { saveFile, toFileName } from "../widgets/saveFile.ts";

interface FaultProps {
  detail: string;
  onRetry: () => void;
  /** Present for a dialog, which can be closed. */
  onClose: (() => void) | undefined;
}

/** Replaces a part that failed: shows the reason, and offers to save the map as a file or to retry. */
function Fault({ detail, onRetry, onClose }: FaultProps) {
  const { store } = useAppContext();
  const translate = useTranslate();
  const save = () => {
    const scenario = toScenario(store.getState());
    // Saves the bare scenario, because a page with an error should load as little code as possible.
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

/** Keeps an error in one part of the page from affecting the rest. */
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
