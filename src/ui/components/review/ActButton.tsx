import { REVIEW_ACTS, type ReviewActName } from '../../review-keys.ts';
import { strings } from '../../strings.ts';
import { Button } from '../basics.tsx';
import { useController } from '../use-app.ts';
import { useReviewKey } from './use-review.ts';

interface ActButtonProps {
  readonly name: ReviewActName;
  readonly words?: string;
  readonly look?: 'plain' | 'primary' | 'quiet';
}

/** A button for what a key does, with the key beside it. */
export function ActButton({ name, words = strings.review.acts[name], look = 'plain' }: ActButtonProps) {
  const { reviews } = useController();
  const keyOf = useReviewKey();
  return (
    <Button look={look} className="small act" onPress={() => reviews.act(REVIEW_ACTS[name].act)}>
      {words}
      <kbd>{keyOf(name)}</kbd>
    </Button>
  );
}
