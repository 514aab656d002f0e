package dev.chogo.search;

import java.io.IOException;
import java.nio.file.Path;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.accounts.AccountId;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the index, and that it is never more than a copy. */
@ChogoTest
class UpkeepTests {

	@LocalServerPort
	private int port;

	@Value("${chogo.data}")
	private Path data;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Upkeep upkeep;

	@Autowired
	private Index index;

	private Author author;

	private Http http;

	private AccountId id;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
		this.http = this.author.http();
		this.id = new AccountId(this.database.sql("select id from account where handle = ?")
			.param(this.author.handle())
			.query(Long.class)
			.single());
	}

	private int total(String words) {
		return this.http.get("/api/search?q=" + words).json("/total").intValue();
	}

	/** How much there is of the author on the disk. */
	private int kept() throws IOException {
		try (Directory folder = FSDirectory.open(this.data.resolve("index"));
				DirectoryReader reader = DirectoryReader.open(folder)) {
			return new IndexSearcher(reader).count(Documents.of(this.id));
		}
	}

	/** Whether a pair of characters is on the disk, deleted or not. */
	private boolean isOnDisk(String pair) throws IOException {
		try (Directory folder = FSDirectory.open(this.data.resolve("index"));
				DirectoryReader reader = DirectoryReader.open(folder)) {
			Terms pairs = MultiTerms.getTerms(reader, Bigrams.FIELD);
			return pairs != null && pairs.iterator().seekExact(new BytesRef(pair));
		}
	}

	@Test
	void savesAreReadBetweenSearches() throws IOException {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.upkeep.keepUp();
		assertThat(kept()).isEqualTo(2);
	}

	@Test
	void whatIsEmptiedLeavesTheDisk() throws IOException {
		this.http.post("/api/drafts", "{\"title\":\"쀍뛣\",\"content\":\"뀛쬁\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"쒧\"}");
		// So much stays beside it in the same file that Lucene would leave it there.
		for (int i = 0; i < 40; i++) {
			this.http.post("/api/drafts", "{\"title\":\"쫄쀼\"}");
		}
		this.upkeep.keepUp();
		assertThat(isOnDisk("쀍뛣")).isTrue();
		assertThat(isOnDisk("뀛쬁")).isTrue();
		this.http.delete("/api/drafts/1");
		this.http.delete("/api/drafts/trash/1");
		this.upkeep.keepUp();
		assertThat(kept()).isEqualTo(41);
		assertThat(isOnDisk("쀍뛣")).isFalse();
		assertThat(isOnDisk("뀛쬁")).isFalse();
		assertThat(isOnDisk("쫄쀼")).isTrue();
	}

	@Test
	void anAccountThatIsDeletedLeavesTheDisk() throws IOException {
		this.http.post("/api/drafts", "{\"title\":\"쨟뿳\"}");
		this.upkeep.keepUp();
		assertThat(isOnDisk("쨟뿳")).isTrue();
		assertThat(this.http
			.send("DELETE", "/api/account", "application/json",
					"{\"currentPassword\":\"%s\"}".formatted(this.author.password()))
			.status()).isEqualTo(200);
		this.upkeep.keepUp();
		assertThat(kept()).isZero();
		assertThat(isOnDisk("쨟뿳")).isFalse();
	}

	@Test
	void typingLeavesOneCopyOfAText() throws IOException {
		String text = "처음 문장이다. ".repeat(100);
		this.http.post("/api/drafts", "{\"content\":\"%s\"}".formatted(text));
		for (int i = 0; i < 60; i++) {
			text += (i % 6 == 5) ? ". " : "가";
			this.http.patch("/api/drafts/1", "{\"content\":\"%s\"}".formatted(text));
			if (i % 20 == 0) {
				assertThat(total("처음")).isEqualTo(1);
			}
		}
		this.upkeep.keepUp();
		assertThat(kept()).isEqualTo(2);
	}

	@Test
	void anIndexThatIsLostIsMadeAnew() {
		this.http.post("/api/drafts", "{\"content\":\"옛 문장\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"새 글\"}");
		assertThat(total("문장")).isEqualTo(1);
		this.index.renew();
		assertThat(total("문장")).isEqualTo(1);
		assertThat(total("글")).isEqualTo(1);
	}

	@Test
	void anIndexThatIsStaleIsMadeAnew() {
		this.http.post("/api/drafts", "{\"content\":\"하나\"}");
		assertThat(total("하나")).isEqualTo(1);
		this.http.post("/api/drafts", "{\"content\":\"둘\"}");
		this.http.post("/api/drafts", "{\"content\":\"셋\"}");
		this.database.sql("delete from journal where author = ? and number < 3").param(this.id.value()).update();
		assertThat(total("둘")).isEqualTo(1);
		this.http.post("/api/drafts", "{\"content\":\"넷\"}");
		this.database.sql("delete from journal where author = ?").param(this.id.value()).update();
		assertThat(total("넷")).isEqualTo(1);
		this.http.post("/api/drafts", "{\"content\":\"다섯\"}");
		assertThat(total("다섯")).isEqualTo(1);
	}

	@Test
	void anIndexOfAnotherStoreIsMadeAnew() {
		this.http.post("/api/drafts", "{\"content\":\"하나\"}");
		assertThat(total("하나")).isEqualTo(1);
		// As if a backup was put back from before the save, and then another was made.
		this.database.sql("update draft_version set title = '둘' where author = ?").param(this.id.value()).update();
		this.database.sql("update journal set happened_at = happened_at + interval '1' second where author = ?")
			.param(this.id.value())
			.update();
		assertThat(total("둘")).isEqualTo(1);
	}

	@Test
	void anIndexThatIsAheadOfItsStoreIsMadeAnew() {
		this.http.post("/api/drafts", "{\"content\":\"하나\"}");
		this.http.post("/api/drafts", "{\"content\":\"둘\"}");
		assertThat(total("둘")).isEqualTo(1);
		this.database.sql("delete from journal where author = ? and number = 2").param(this.id.value()).update();
		this.database.sql("update tally set entries = 1 where author = ?").param(this.id.value()).update();
		this.database.sql("delete from draft_version where author = ? and sequence = 2")
			.param(this.id.value())
			.update();
		this.database.sql("delete from draft where author = ? and sequence = 2").param(this.id.value()).update();
		assertThat(total("둘")).isZero();
		assertThat(total("하나")).isEqualTo(1);
	}

}
