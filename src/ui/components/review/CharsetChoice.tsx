import { useState } from 'react';
import { CHARSETS } from '../../state/charsets.ts';
import { strings } from '../../strings.ts';
import { Button } from '../basics.tsx';
import { useController } from '../use-app.ts';
import { focusList } from './EntryForm.tsx';
import { useReview } from './use-review.ts';

/**
 * How the file's letters are written, where that is not beyond doubt: reading it otherwise begins the review anew, so it can be chosen
 * only while no step has been taken. It is read again by a button of its own: a list changes with every key that is pressed in it.
 */
export function CharsetChoice() {
  const { reviews } = useController();
  const { review, parts } = useReview();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const { charset } = review;
  if (charset === null || charset === 'utf-8') return null;
  const taken = parts.undo !== null;
  const value = taken ? charset : (chosen ?? charset);
  const others = CHARSETS.some(({ name }) => name === charset) ? CHARSETS : [{ name: charset, script: '' }, ...CHARSETS];
  const read = async (): Promise<void> => {
    setReading(true);
    await reviews.reread(value);
    setReading(false);
    setChosen(null);
    focusList('structure');
  };
  return (
    <span className="charset-choice">
      <label className="charset" title={taken ? strings.review.charsetTaken : strings.review.charsetHelp}>
        <span>{strings.review.charset}</span>
        <select value={value} disabled={taken || reading} onChange={({ target }) => setChosen(target.value)}>
          {others.map(({ name, script }) => (
            <option key={name} value={name}>
              {script === '' ? name : strings.review.charsetOf(script, name)}
            </option>
          ))}
        </select>
      </label>
      {value === charset ? null : (
        <Button className="small" isDisabled={reading} onPress={() => void read()}>
          {strings.review.readAgain}
        </Button>
      )}
    </span>
  );
}
