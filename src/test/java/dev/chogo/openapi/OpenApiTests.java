package dev.chogo.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The document says what the service does, and docs/openapi.yaml is the document. */
@ChogoTest
class OpenApiTests {

	private static final Path FILE = Path.of("docs", "openapi.yaml");

	private static final JsonMapper json = new JsonMapper();

	/** Method, path, which, body, a field and its value, status. */
	private static final String REFUSED = """
			GET    | /api/drafts/{sequence}             | 9        | -                             | -                | -                | 404
			GET    | /api/drafts/{sequence}             | 1        | -                             | Accept           | text/csv         | 406
			GET    | /api/drafts/{sequence}             | 2        | -                             | -                | -                | 410
			GET    | /api/drafts/{sequence}             | 3        | -                             | -                | -                | 410
			PUT    | /api/drafts/{sequence}             | 1        | {"title":"","content":""}     | If-Match         | "9"              | 412
			PUT    | /api/drafts/{sequence}             | 1        | {"title":"","content":""}     | If-Match         | 9                | 400
			PUT    | /api/drafts/{sequence}             | 1        | {"title":""}                  | -                | -                | 422
			PUT    | /api/drafts/{sequence}             | 1        | {                             | -                | -                | 400
			PUT    | /api/drafts/{sequence}             | 1        | {}                            | Content-Encoding | gzip             | 415
			PUT    | /api/drafts/{sequence}             | 1        | {}                            | Authorization    | Bearer no        | 401
			PUT    | /api/drafts/{sequence}             | 1        | {}                            | Sec-Fetch-Site   | cross-site       | 403
			PATCH  | /api/drafts/{sequence}             | 1        | {}                            | Content-Type     | application/json | 415
			POST   | /api/drafts                        | -        | {"title":"a"}                 | Idempotency-Key  | a key            | 400
			POST   | /api/drafts                        | -        | {"title":"a"}                 | Idempotency-Key  | used             | 422
			POST   | /api/drafts                        | -        | {}                            | -                | -                | 422
			DELETE | /api/drafts/{sequence}/publication | 1        | -                             | -                | -                | 409
			DELETE | /api/drafts/{sequence}/publication | 3        | -                             | -                | -                | 409
			POST   | /api/drafts/{sequence}/publication | 1        | {"at":"+12000-01-01T00:00:00Z"} | -              | -                | 422
			POST   | /api/drafts/{sequence}/publication | 1        | {"at":1}                      | -                | -                | 422
			PATCH  | /api/drafts/{sequence}             | 1        | {"baseVersion":9}             | -                | -                | 422
			GET    | /api/drafts/{sequence}/versions    | 9        | -                             | -                | -                | 404
			POST   | /api/drafts/trash/{sequence}/restoration | 1  | -                             | -                | -                | 404
			DELETE | /api/drafts/trash/{sequence}       | 1        | -                             | -                | -                | 404
			GET    | /api/events                        | -        | -                             | Accept           | text/csv         | 406
			POST   | /api/posts/{sequence}/draft        | 9        | -                             | -                | -                | 404
			GET    | /api/drafts                        | ?limit=0 | -                             | -                | -                | 422
			GET    | /api/drafts                        | ?q=%FF   | -                             | -                | -                | 400
			GET    | /api/posts                         | -        | -                             | Authorization    | Basic a          | 401
			DELETE | /api/account                       | -        | {"currentPassword":"a"}       | -                | -                | 422
			""";

	@LocalServerPort
	private int port;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private Http nobody;

	private Author author;

	private JsonNode document;

	@BeforeEach
	void read() {
		this.nobody = new Http(this.port);
		this.author = Author.signedUp(this.port);
		this.document = this.nobody.get("/v3/api-docs").json("");
	}

	@Test
	void fileIsTheDocument() throws IOException {
		String served = this.nobody.get("/v3/api-docs.yaml").body();
		if (Boolean.getBoolean("chogo.openapi.write")) {
			Files.writeString(FILE, served);
		}
		assertThat(served)
			.as("docs/openapi.yaml is written by ./mvnw test -Dtest=OpenApiTests -Dchogo.openapi.write=true")
			.isEqualTo(Files.readString(FILE).replace("\r\n", "\n"));
	}

	@Test
	void documentHasEveryOperationOffered() {
		Set<String> offered = new TreeSet<>();
		this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.forEach((info) -> info.getPatternValues()
				.stream()
				.filter((path) -> path.startsWith("/api/"))
				.forEach((path) -> info.getMethodsCondition()
					.getMethods()
					.forEach((method) -> offered
						.add("%s %s".formatted(method, path.replaceAll("\\{(\\w+):[^/]+\\}", "{$1}"))))));
		Set<String> documented = new TreeSet<>();
		this.document.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.forEach(
						(method) -> documented.add("%s %s".formatted(method.toUpperCase(Locale.ROOT), path.getKey()))));
		assertThat(documented).isEqualTo(offered);
	}

	@Test
	void everyOperationHasNameOfItsOwnAndSummary() {
		Map<String, Long> names = this.document.path("paths")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.peek((operation) -> assertThat(operation.path("summary").asString()).isNotBlank())
			.collect(Collectors.groupingBy((operation) -> operation.path("operationId").asString(),
					Collectors.counting()));
		assertThat(names.values()).containsOnly(1L);
	}

	@Test
	void answersToWalkAreDocumented() {
		Http http = this.author.http();
		documented("POST /api/drafts", http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}"));
		documented("GET /api/drafts", http.get("/api/drafts"));
		documented("GET /api/drafts/{sequence}", http.get("/api/drafts/1"));
		documented("GET /api/drafts/{sequence}", http.with("If-None-Match", "\"1\"").get("/api/drafts/1"));
		documented("PUT /api/drafts/{sequence}", http.put("/api/drafts/1", "{\"title\":\"하나\",\"content\":\"둘\"}"));
		documented("PATCH /api/drafts/{sequence}", http.patch("/api/drafts/1", "{\"content\":\"셋\"}"));
		documented("POST /api/drafts/{sequence}/publication",
				http.post("/api/drafts/1/publication", "{\"at\":\"2999-01-01T00:00:00Z\"}"));
		documented("POST /api/drafts/{sequence}/publication", http.post("/api/drafts/1/publication"));
		documented("DELETE /api/drafts/{sequence}/publication", http.delete("/api/drafts/1/publication"));
		documented("DELETE /api/drafts/{sequence}", http.delete("/api/drafts/1"));
		documented("POST /api/posts", http.post("/api/posts", "{\"title\":\"하나\",\"content\":\"글\"}"));
		documented("GET /api/posts", http.get("/api/posts"));
		documented("GET /api/posts/{sequence}", http.get("/api/posts/2"));
		documented("PUT /api/posts/{sequence}", http.put("/api/posts/2", "{\"title\":\"하나\",\"content\":\"둘\"}"));
		documented("PATCH /api/posts/{sequence}", http.patch("/api/posts/2", "{\"content\":\"셋\"}"));
		documented("POST /api/posts/{sequence}/draft", http.post("/api/posts/2/draft"));
		documented("POST /api/posts/{sequence}/draft", http.post("/api/posts/2/draft"));
		documented("POST /api/drafts/{sequence}/publication", http.post("/api/drafts/2/publication", "{}"));
		documented("DELETE /api/posts/{sequence}", http.delete("/api/posts/2"));
		pastIsDocumented(http, "drafts");
		pastIsDocumented(http, "posts");
		documented("GET /api/blog", http.get("/api/blog"));
		documented("PATCH /api/blog", http.patch("/api/blog", "{\"title\":\"블로그\"}"));
		documented("GET /api/account", http.get("/api/account"));
		documented("PATCH /api/account", http.patch("/api/account", "{\"name\":\"이름\"}"));
	}

	private void pastIsDocumented(Http http, String kind) {
		String texts = "/api/" + kind;
		long number = http.post(texts, "{\"title\":\"하나\",\"content\":\"글 하나\"}")
			.json("")
			.findValue("sequence")
			.asLong();
		String one = texts + "/" + number;
		http.patch(one, "{\"content\":\"글 둘\"}");
		documented("PATCH %s/{sequence}".formatted(texts), http.patch(one, "{\"content\":\"셋\",\"baseVersion\":1}"));
		documented("GET %s/{sequence}/versions".formatted(texts), http.get(one + "/versions"));
		documented("GET %s/{sequence}/versions/{version}".formatted(texts), http.get(one + "/versions/1"));
		documented("GET %s/{sequence}/versions/{version}/changes".formatted(texts),
				http.get(one + "/versions/2/changes?since=1"));
		documented("POST %s/{sequence}/versions/{version}/restoration".formatted(texts),
				http.post(one + "/versions/1/restoration"));
		http.delete(one);
		documented("GET %s/trash".formatted(texts), http.get(texts + "/trash"));
		documented("POST %s/trash/{sequence}/restoration".formatted(texts),
				http.post(texts + "/trash/" + number + "/restoration"));
		http.delete(one);
		documented("DELETE %s/trash/{sequence}".formatted(texts), http.delete(texts + "/trash/" + number));
		documented("DELETE %s/trash".formatted(texts), http.delete(texts + "/trash"));
	}

	@Test
	void answersAtTheDoorsAreDocumented() {
		String credentials = "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(),
				this.author.password());
		Http.Answer tokens = this.nobody.post("/api/tokens", credentials);
		String refresh = "{\"refreshToken\":\"%s\"}".formatted(tokens.json("/refreshToken").stringValue());
		documented("POST /api/tokens", tokens);
		documented("POST /api/tokens", this.nobody.post("/api/tokens", credentials.replace("long", "wrong")));
		documented("POST /api/tokens/refresh", this.nobody.post("/api/tokens/refresh", refresh));
		documented("POST /api/tokens/refresh", this.nobody.post("/api/tokens/refresh", "{\"refreshToken\":\"no\"}"));
		documented("POST /api/tokens/revocation", this.nobody.post("/api/tokens/revocation", refresh));
		documented("POST /api/session", this.nobody.post("/api/session", credentials));
		documented("POST /api/session",
				this.nobody.with("Sec-Fetch-Site", "cross-site").post("/api/session", credentials));
		documented("POST /api/accounts", this.nobody.post("/api/accounts", credentials));
		documented("POST /api/accounts",
				this.nobody.post("/api/accounts", credentials.replace(this.author.handle(), "new-here")));
		documented("DELETE /api/session", this.author.http().delete("/api/session"));
		documented("DELETE /api/session", this.nobody.delete("/api/session"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = REFUSED)
	void refusalsAreDocumented(String method, String path, String which, String body, String field, String value,
			int status) {
		Http http = this.author.http();
		http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		http.with("Idempotency-Key", "used").post("/api/drafts", "{\"title\":\"둘\",\"content\":\"글\"}");
		http.post("/api/drafts", "{\"title\":\"셋\",\"content\":\"글\"}");
		http.delete("/api/drafts/2");
		http.post("/api/drafts/3/publication");
		http.patch("/api/posts/1", "{\"content\":\"고친 글\"}");
		String type = "PATCH".equals(method) ? "application/merge-patch+json" : "application/json";
		if ("Content-Type".equals(field)) {
			type = value;
		}
		Http asked = "Authorization".equals(field) ? this.nobody.with(field, value)
				: (field != null && !"Content-Type".equals(field)) ? http.with(field, value) : http;
		Http.Answer answer = asked.send(method, address(path, which), (body != null) ? type : null, body);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		documented("%s %s".formatted(method, path), answer);
	}

	/** A path with its number, or with its query. */
	private static String address(String path, String which) {
		return path.contains("{") ? path.replace("{sequence}", which) : path + ((which != null) ? which : "");
	}

	@ParameterizedTest
	@CsvSource({ "title,🌱", "content,a", "category,한", "slug,글", "password,각" })
	void lengthsAreThoseThatAreRefused(String member, String character) {
		int length = schema("WritingForm").path("properties").path(member).path("maxLength").intValue();
		assertThat(length).isPositive();
		assertThat(save(json.createObjectNode().put("title", "제목").put(member, character.repeat(length))).status())
			.isEqualTo(201);
		Http.Answer refused = save(
				json.createObjectNode().put("title", "제목").put(member, character.repeat(length + 1)));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.json("/errors/0/pointer").stringValue()).isEqualTo("/" + member);
	}

	@Test
	void tagsAreAsManyAndAsLongAsAreRefused() {
		JsonNode tags = schema("WritingForm").path("properties").path("tags");
		String longest = "🌱".repeat(tags.path("items").path("maxLength").intValue());
		int most = tags.path("maxItems").intValue();
		assertThat(save(tagged(longest, most)).status()).isEqualTo(201);
		assertThat(save(tagged(longest + "🌱", most)).json("/errors").findValuesAsString("pointer"))
			.contains("/tags/0");
		assertThat(save(tagged(longest, most + 1)).json("/errors").findValuesAsString("pointer"))
			.containsExactly("/tags");
	}

	private static ObjectNode tagged(String tag, int times) {
		ObjectNode form = json.createObjectNode().put("title", "제목");
		ArrayNode tags = form.putArray("tags");
		for (int time = 0; time < times; time++) {
			tags.add(tag);
		}
		return form;
	}

	private Http.Answer save(ObjectNode form) {
		return this.author.http().post("/api/drafts", form.toString());
	}

	@Test
	void pageIsOpenToAnybodyAndMayRunOnlyItsOwnScripts() {
		Http.Answer page = this.nobody.get("/swagger-ui/index.html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.field("Content-Security-Policy")).contains("script-src 'self'")
			.doesNotContain("unsafe", "require-trusted-types-for");
		assertThat(this.nobody.get("/api/drafts").field("Content-Security-Policy"))
			.contains("require-trusted-types-for");
	}

	private JsonNode schema(String name) {
		return this.document.path("components").path("schemas").path(name);
	}

	/**
	 * Status, fields, members and, of a problem, type are among those of the document.
	 */
	private void documented(String operation, Http.Answer answer) {
		String method = operation.substring(0, operation.indexOf(' ')).toLowerCase(Locale.ROOT);
		String path = operation.substring(operation.indexOf(' ') + 1);
		JsonNode response = resolved(this.document.path("paths")
			.path(path)
			.path(method)
			.path("responses")
			.path(Integer.toString(answer.status())));
		assertThat(response.isMissingNode()).as("%s: %s", operation, answer).isFalse();
		assertFields(operation, answer, response);
		if (answer.status() >= 400) {
			String type = answer.json("/type").stringValue().replace("/problems/", "");
			JsonNode examples = response.path("content").path("application/problem+json").path("examples");
			assertThat(examples.propertyNames()).as("%s: %s", operation, answer).contains(type);
			assertMembers(answer.json(""), schema("Problem"), answer);
		}
		else if (!answer.body().isEmpty()) {
			assertMembers(answer.json(""), response.path("content").path("application/json").path("schema"), answer);
		}
	}

	private static void assertFields(String operation, Http.Answer answer, JsonNode response) {
		Set<String> documented = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		documented.addAll(response.path("headers").propertyNames());
		Set<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		sent.addAll(answer.response().headers().map().keySet());
		Set<String> ours = Set.of("location", "content-location", "etag", "link", "retry-after", "www-authenticate",
				"set-cookie", "accept-post", "accept-patch", "accept", "accept-encoding");
		sent.removeIf((name) -> !name.toLowerCase(Locale.ROOT).startsWith("chogo-")
				&& !ours.contains(name.toLowerCase(Locale.ROOT)));
		assertThat(documented).as("%s: %s", operation, answer).containsAll(sent);
		if (answer.status() < 300) {
			documented.removeAll(Set.of("Link", "Chogo-Merge"));
			assertThat(sent).as("%s: %s", operation, answer).containsAll(documented);
		}
	}

	/**
	 * Every member that must be there is there, every one that is there is known and of
	 * its type.
	 */
	private void assertMembers(JsonNode value, JsonNode described, Http.Answer answer) {
		JsonNode schema = resolved(described);
		if (schema.has("anyOf")) {
			if (!value.isNull()) {
				assertMembers(value, schema.path("anyOf").path(0), answer);
			}
			return;
		}
		Set<String> types = new TreeSet<>();
		schema.path("type").forEach((type) -> types.add(type.stringValue()));
		if (schema.path("type").isString()) {
			types.add(schema.path("type").stringValue());
		}
		assertThat(types).as(answer.toString()).contains(type(value));
		if (value.isObject()) {
			assertThat(schema.path("properties").propertyNames()).as(answer.toString())
				.containsAll(value.propertyNames());
			schema.path("required")
				.forEach((name) -> assertThat(value.has(name.stringValue())).as("%s: %s", name, answer).isTrue());
			value.properties()
				.forEach((member) -> assertMembers(member.getValue(), schema.path("properties").path(member.getKey()),
						answer));
		}
		if (value.isArray()) {
			value.forEach((item) -> assertMembers(item, schema.path("items"), answer));
		}
	}

	private static String type(JsonNode value) {
		if (value.isIntegralNumber()) {
			return "integer";
		}
		return value.getNodeType().name().toLowerCase(Locale.ROOT);
	}

	private JsonNode resolved(JsonNode node) {
		return node.has("$ref") ? this.document.at(node.path("$ref").stringValue().substring(1)) : node;
	}

}
