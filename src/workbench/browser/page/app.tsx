/** The page: title, ribbon, formula bar, the grid with its sheets, the add-in's pane at the right, status. */
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useState } from "react";
import type { FilterChoice } from "../controller";
import { FilterBox } from "./filter-box";
import { FormulaBar } from "./formula-bar";
import { Icon } from "./icons";
import { Menu, type MenuPlace } from "./menu";
import { Mount } from "./mount";
import { Ribbon } from "./ribbon";
import { SheetTabs } from "./sheet-tabs";
import { StatusBar } from "./status-bar";
import { TitleBar } from "./title-bar";
import { usePage } from "./use-controller";

/** As Excel opens a pane. */
const PANE_WIDTH = 320;
const NARROWEST = 280;
const WIDEST = 900;
const STEP = 20;
/** How long a message stands; it can be read in the log afterwards. */
const TOAST_TIME = 10_000;

const within = (width: number): number => Math.max(NARROWEST, Math.min(WIDEST, window.innerWidth - 200, width));

function Splitter({
  width,
  onWidth,
}: {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}): JSX.Element {
  const { controller } = usePage();
  const drag = (event: ReactPointerEvent<HTMLDivElement>): void => {
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => onWidth(within(width + from - moved.clientX));
    // A quick hand is above the pane before the capture takes hold; the pane's frame would swallow the move
    document.body.classList.add("widening");
    const end = (): void => {
      document.body.classList.remove("widening");
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("lostpointercapture", end);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end);
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={controller.words.paneWidth}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={drag}
      onDoubleClick={() => onWidth(PANE_WIDTH)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (step !== undefined) onWidth(within(width + step));
      }}
    />
  );
}

function Pane({
  shown,
  width,
  onClose,
}: {
  readonly shown: boolean;
  readonly width: number;
  readonly onClose: () => void;
}): JSX.Element {
  const { controller, paneElement } = usePage();
  return (
    <aside className="pane" aria-label={controller.words.pane} hidden={!shown} style={{ width }}>
      <div className="pane-head">
        <span>{controller.paneTitle}</span>
        <button
          type="button"
          aria-label={controller.words.closePane}
          title={controller.words.closePane}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <Mount element={paneElement} className="pane-body" />
    </aside>
  );
}

/** The latest message for the user, until another comes or it is closed. */
function Toast(): JSX.Element | null {
  const { controller } = usePage();
  const [closed, setClosed] = useState(0);
  const last = controller.notices.at(-1);
  const id = last?.id ?? 0;
  useEffect(() => {
    const timer = setTimeout(() => setClosed(id), TOAST_TIME);
    return () => clearTimeout(timer);
  }, [id]);
  if (last === undefined || last.id <= closed) return null;
  return (
    <div className="toast" role="alert">
      <span>{last.text}</span>
      <button
        type="button"
        aria-label={controller.words.close}
        title={controller.words.close}
        onClick={() => setClosed(last.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function useFileDrop(): boolean {
  const { controller } = usePage();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const drag = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) void file.arrayBuffer().then((buffer) => controller.open(new Uint8Array(buffer), file.name));
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [controller]);
  return over;
}

export function App(): JSX.Element {
  const { controller, gridElement, gridReady } = usePage();
  const { words, host } = controller;
  const [width, setWidth] = useState(PANE_WIDTH);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [filter, setFilter] = useState<(MenuPlace & { readonly choice: FilterChoice }) | null>(null);
  const dropping = useFileDrop();
  useEffect(() => {
    document.documentElement.lang = host.language === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset.theme = host.theme;
    document.title = `${host.documentName} · ${words.product}`;
  });
  const openFilter = useCallback(
    (place: MenuPlace): void => {
      const choice = controller.filterChoice();
      if (choice !== null) setFilter({ ...place, choice });
    },
    [controller],
  );
  useEffect(() => controller.onFilterWanted(openFilter), [controller, openFilter]);
  const showPane = (shown: boolean): void => controller.showPane(shown);
  return (
    <div className="page">
      <TitleBar />
      <Ribbon onPane={() => showPane(true)} onFilter={() => openFilter({ x: 160, y: 150 })} />
      <FormulaBar />
      <main className="work-area">
        <div className="cells">
          <div
            className="grid-frame"
            onContextMenu={(event) => {
              event.preventDefault();
              if (gridReady()) setMenu({ x: event.clientX, y: event.clientY });
            }}
          >
            {!gridReady() && <p className="loading">{words.loadingGrid}</p>}
            <Mount element={gridElement} className="grid" />
          </div>
          <SheetTabs />
        </div>
        {host.isPaneShown && <Splitter width={width} onWidth={setWidth} />}
        <Pane shown={host.isPaneShown} width={width} onClose={() => showPane(false)} />
      </main>
      <StatusBar />
      <Toast />
      {menu !== null && (
        <Menu
          place={menu}
          label={words.grid}
          onClose={() => setMenu(null)}
          items={[
            { label: words.insertRows, run: () => controller.insertRows() },
            { label: words.deleteRows, run: () => controller.deleteRows() },
            { label: words.insertColumns, run: () => controller.insertColumns() },
            { label: words.deleteColumns, run: () => controller.deleteColumns() },
            { label: words.clear, run: () => controller.clear(), begins: true },
            { label: words.ascending, run: () => controller.sort(true), begins: true },
            { label: words.descending, run: () => controller.sort(false) },
            { label: words.filter, run: () => openFilter(menu) },
          ]}
        />
      )}
      {filter !== null && <FilterBox place={filter} choice={filter.choice} onClose={() => setFilter(null)} />}
      {dropping && <div className="drop">{words.drop}</div>}
    </div>
  );
}
