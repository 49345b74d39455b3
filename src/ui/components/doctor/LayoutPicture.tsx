import { strings } from '../../strings.ts';
import type { DoctorLayout, DoctorReport } from '../../types.ts';

interface LayoutPictureProps {
  readonly layout: DoctorLayout;
  readonly page: DoctorReport['page'];
  /** The region that is looked at. */
  readonly active: string | null;
  readonly onPick: (region: string) => void;
}

/** Lower regions, as shares of the page, have their name above them. */
const LOW = 0.07;

/**
 * A layout of theirs with our regions on it. The picture is the service's, shown as an image; the names on it are ours, in the
 * user's words. Clicking one leads to its choice beside the picture, so they are nothing to keyboard and screen reader.
 */
export function LayoutPicture({ layout, page, active, onPick }: LayoutPictureProps) {
  const { regions, picture, layoutName } = layout;
  const share = (part: number, of: number): string => `${(100 * part) / of}%`;
  return (
    <div className="layout-picture" style={{ aspectRatio: `${page.width} / ${page.height}` }}>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
        alt={strings.company.picture(
          layoutName === '' ? layout.layout : layoutName,
          regions.map(({ name }) => strings.company.region(name)),
        )}
      />
      {regions.map(({ name, frame, placeholder }) => (
        <button
          key={name}
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className={`region ${placeholder === null ? 'free' : 'bound'}${active === name ? ' active' : ''}${frame.height < LOW * page.height ? ' low' : ''}`}
          style={{
            insetInlineStart: share(frame.x, page.width),
            top: share(frame.y, page.height),
            width: share(frame.width, page.width),
            height: share(frame.height, page.height),
          }}
          onClick={() => onPick(name)}
        >
          <span>{strings.company.region(name)}</span>
        </button>
      ))}
    </div>
  );
}
