import type { ReactNode } from 'react';

/** Line icons on a 16 px grid, in the colour of the text beside them. Decorative: the words are elsewhere. */
function icon(path: ReactNode) {
  return function Icon() {
    return (
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {path}
      </svg>
    );
  };
}

export const ChevronIcon = icon(<path d="m6 4 4 4-4 4" />);
export const DownIcon = icon(<path d="m4 6 4 4 4-4" />);
export const CloseIcon = icon(<path d="m4 4 8 8m0-8-8 8" />);
export const SearchIcon = icon(<path d="M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9Zm3.300-1.200L14 14" />);
export const UndoIcon = icon(<path d="M5.500 3 2.500 6l3 3M3 6h6.500a3.500 3.500 0 0 1 0 7H7" />);
export const RedoIcon = icon(<path d="m10.500 3 3 3-3 3M13 6H6.500a3.500 3.500 0 0 0 0 7H9" />);
export const PlusIcon = icon(<path d="M8 3v10M3 8h10" />);
export const QuoteIcon = icon(
  <path d="M3 12c2-1 2.500-2.500 2.500-4H3V4.500h3.500V8c0 2.500-1.500 4-3.500 4Zm6.500 0c2-1 2.500-2.500 2.500-4H9.500V4.500H13V8c0 2.500-1.500 4-3.500 4Z" />,
);
export const FigureIcon = icon(<path d="M6.500 2.500 5 13.500m6-11-1.500 11M2.500 6h11M2 10h11" />);
export const ChartIcon = icon(<path d="M3 13V8m3.500 5V3M10 13V6m3.500 7V9.500" />);
export const TableIcon = icon(<path d="M2.500 3.500h11v9h-11zM2.500 6.500h11M6.500 6.500v6" />);
export const ImageIcon = icon(<path d="M2.500 3.500h11v9h-11zM3 11l3-3 2.500 2.500L11 8l2.500 2.500M6 6.200v.1" />);
export const TimelineIcon = icon(<path d="M2 8h12M4.500 8V5m3.500 3v3m3.500-3V5" />);
export const MenuIcon = icon(<path d="M3 4.500h10M3 8h10M3 11.500h10" />);
export const FilterIcon = icon(<path d="M2.500 3.500h11L9.500 8.500v4l-3 1v-5z" />);
export const WarningIcon = icon(<path d="M8 2.500 14 13H2zM8 6.500v3M8 11.200v.1" />);
export const ErrorIcon = icon(<path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v3.500M8 10.900v.1" />);
export const EditIcon = icon(<path d="m3 13 .700-3L10.500 3.200l2.300 2.300L6 12.300zM9 4.700 11.300 7" />);
export const GripIcon = icon(<path d="M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01" strokeWidth="2" />);
export const TickIcon = icon(<path d="m3.500 8.500 3 3 6-7" strokeWidth="1.800" />);
export const DashIcon = icon(<path d="M4 8h8" strokeWidth="1.800" />);
export const PointIcon = icon(<path d="M3 8h1.500M7 8h6M7 4.500h6M7 11.500h4" />);
export const SummaryIcon = icon(<path d="M3 4h10M3 7h10M3 10h10M3 13h5" />);
export const TopicIcon = icon(<path d="M4 3v10M12 3v10M4 8h8" />);
export const FieldIcon = icon(<path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.500V11M8 5.100v.1" />);
export const ActorIcon = icon(
  <path d="M8 8a2.750 2.750 0 1 0 0-5.500A2.750 2.750 0 0 0 8 8Zm-5 5.500c.4-2.600 2.400-4 5-4s4.600 1.400 5 4" />,
);
export const FoldIcon = icon(<path d="M3 8h10M8 2v3.500M6 4l2 2 2-2M8 14v-3.500M6 12l2-2 2 2" />);
