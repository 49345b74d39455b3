import { CHARSETS } from '../../state/charsets.ts';
import { strings } from '../../strings.ts';
import { useController } from '../use-app.ts';
import { useReview } from './use-review.ts';

/**
 * How the file's letters are written, where that is not beyond doubt: reading it otherwise begins the review anew, so it can be chosen
 * only while no step has been taken.
 */
export function CharsetChoice() {
  const { reviews } = useController();
  const { review, parts } = useReview();
  const { charset } = review;
  if (charset === null || charset === 'utf-8') return null;
  const taken = parts.undo !== null;
  const others = CHARSETS.some(({ name }) => name === charset) ? CHARSETS : [{ name: charset, script: '' }, ...CHARSETS];
  return (
    <label className="charset" title={taken ? strings.review.charsetTaken : strings.review.charsetHelp}>
      <span>{strings.review.charset}</span>
      <select value={charset} disabled={taken} onChange={({ target }) => void reviews.reread(target.value)}>
        {others.map(({ name, script }) => (
          <option key={name} value={name}>
            {script === '' ? name : strings.review.charsetOf(script, name)}
          </option>
        ))}
      </select>
    </label>
  );
}
