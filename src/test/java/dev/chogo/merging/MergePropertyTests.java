package dev.chogo.merging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.chogo.merging.Change.Op;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is true of every merge and of all changes. {@code -Dchogo.rounds=} sets how many
 * texts are tried, {@code -Dseed=} repeats a run.
 */
@Tag("unit")
class MergePropertyTests {

	private static final int ROUNDS = Integer.getInteger("chogo.rounds", 2_000);

	private static final Pattern CLUSTER = Pattern.compile("\\X");

	private final long seed = Long.getLong("seed", new Random().nextLong());

	private final RandomTexts texts = new RandomTexts(this.seed);

	@Test
	void changesLeadThereAndBack() {
		rounds((base, stored, sent, round) -> {
			List<Change> changes = Changes.between(stored, sent);
			assertThat(without(Op.INSERT, changes)).as(round).isEqualTo(stored);
			assertThat(without(Op.DELETE, changes)).as(round).isEqualTo(sent);
			for (int n = 1; n < changes.size(); n++) {
				assertThat(changes.get(n - 1).op()).as(round).isNotEqualTo(changes.get(n).op());
				assertThat(changes.get(n - 1).op() == Op.INSERT && changes.get(n).op() == Op.DELETE).as(round)
					.isFalse();
			}
			assertThat(Changes.vanished(stored, sent)).as(round).isEqualTo(codePoints(Op.DELETE, changes));
		});
	}

	@Test
	void changesSplitNoCluster() {
		rounds((base, stored, sent, round) -> {
			List<Change> changes = Changes.between(stored, sent);
			assertThat(clustersOfEach(changes, Op.INSERT)).as(round).isEqualTo(clusters(stored));
			assertThat(clustersOfEach(changes, Op.DELETE)).as(round).isEqualTo(clusters(sent));
		});
	}

	@Test
	void aSideThatDidNothingGivesWay() {
		rounds((base, stored, sent, round) -> {
			assertThat(Merge.of(base, base, sent)).as(round).contains(sent);
			assertThat(Merge.of(base, stored, base)).as(round).contains(stored);
		});
	}

	@Test
	void whatBothDidIsDoneOnce() {
		rounds((base, stored, sent, round) -> assertThat(Merge.of(base, sent, sent)).as(round).contains(sent));
	}

	@Test
	void whichSideIsWhichMakesNoDifference() {
		rounds((base, stored, sent, round) -> assertThat(Merge.of(base, stored, sent)).as(round)
			.isEqualTo(Merge.of(base, sent, stored)));
	}

	@Test
	void editsApartAllArrive() {
		Random random = new Random(this.seed);
		for (int round = 0; round < ROUNDS; round++) {
			List<String> base = new ArrayList<>();
			List<String> stored = new ArrayList<>();
			List<String> sent = new ArrayList<>();
			List<String> merged = new ArrayList<>();
			for (int n = 0; n < 40; n++) {
				String word = "낱말" + n + ((random.nextInt(5) == 0) ? "\n" : "");
				boolean edited = n % 2 == 0 && random.nextBoolean();
				String other = (random.nextInt(3) == 0) ? word + " 덧붙임" + n : "고침" + n;
				boolean byStored = random.nextBoolean();
				base.add(word);
				stored.add(edited && byStored ? other : word);
				sent.add(edited && !byStored ? other : word);
				merged.add(edited ? other : word);
			}
			assertThat(Merge.of(String.join(" ", base), String.join(" ", stored), String.join(" ", sent)))
				.as("round %d, -Dseed=%d", round, this.seed)
				.contains(String.join(" ", merged));
		}
	}

	@Test
	void noWordVanishesThatNeitherRemoved() {
		AtomicInteger merges = new AtomicInteger();
		rounds((base, stored, sent, round) -> Merge.of(base, stored, sent).ifPresent((merged) -> {
			merges.incrementAndGet();
			assertThat(merged).as(round)
				.isEqualTo(unitByUnit(base, new Side(Changes.between(base, stored)),
						new Side(Changes.between(base, sent))));
		}));
		assertThat(merges).as("-Dseed=%d", this.seed).hasValueGreaterThan(ROUNDS / 4);
	}

	@Test
	void mergesSplitNoCluster() {
		rounds((base, stored, sent, round) -> Merge.of(base, stored, sent).ifPresent((merged) -> {
			Set<String> known = new HashSet<>(clusters(base));
			known.addAll(clusters(stored));
			known.addAll(clusters(sent));
			assertThat(known).as(round).containsAll(clusters(merged));
		}));
	}

	private void rounds(Claim claim) {
		for (int round = 0; round < ROUNDS; round++) {
			String base = this.texts.text(30);
			claim.holds(base, this.texts.edited(base), this.texts.edited(base),
					"round %d, -Dseed=%d".formatted(round, this.seed));
		}
	}

	/** What neither side took out, and what either put in. */
	private static String unitByUnit(String base, Side stored, Side sent) {
		StringBuilder text = new StringBuilder();
		for (int at = 0; at <= base.length(); at++) {
			String put = stored.put.getOrDefault(at, "");
			String alsoPut = sent.put.getOrDefault(at, "");
			text.append(put).append(alsoPut.equals(put) ? "" : alsoPut);
			if (at < base.length() && !stored.gone.get(at) && !sent.gone.get(at)) {
				text.append(base.charAt(at));
			}
		}
		return text.toString();
	}

	private static String without(Op op, List<Change> changes) {
		return changes.stream().filter((it) -> it.op() != op).map(Change::text).collect(Collectors.joining());
	}

	private static int codePoints(Op op, List<Change> changes) {
		return changes.stream()
			.filter((it) -> it.op() == op)
			.mapToInt((it) -> it.text().codePointCount(0, it.text().length()))
			.sum();
	}

	private static List<String> clusters(String text) {
		return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
	}

	private static List<String> clustersOfEach(List<Change> changes, Op without) {
		return changes.stream()
			.filter((it) -> it.op() != without)
			.flatMap((it) -> clusters(it.text()).stream())
			.toList();
	}

	/** Something that holds for a text and two texts made of it. */
	private interface Claim {

		void holds(String base, String stored, String sent, String round);

	}

	/** What one side did, by offsets in the base. */
	private static final class Side {

		private final BitSet gone = new BitSet();

		private final Map<Integer, String> put = new HashMap<>();

		Side(List<Change> changes) {
			int at = 0;
			for (Change change : changes) {
				int end = at + change.text().length();
				switch (change.op()) {
					case EQUAL -> at = end;
					case INSERT -> this.put.put(at, change.text());
					case DELETE -> {
						this.gone.set(at, end);
						at = end;
					}
				}
			}
		}

	}

}
