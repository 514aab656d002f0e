package dev.chogo.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.chogo.Http;
import tools.jackson.databind.JsonNode;

/** All that an author can be told of what is theirs. */
final class Everything {

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

	private Everything() {
	}

	/** Every answer by its address. */
	static Map<String, String> of(Http http) {
		Map<String, String> told = new TreeMap<>();
		for (String path : List.of("/api/account", "/api/blog")) {
			told.put(path, told(http.get(path)));
		}
		for (String kind : List.of("/api/drafts", "/api/posts")) {
			list(http, kind, told);
			list(http, kind + "/trash", told);
			told.put(kind + "?q", told(http.get(kind + "?q=%EA%B8%80")));
			for (int sequence = 1; sequence <= 20; sequence++) {
				text(http, "%s/%d".formatted(kind, sequence), told);
			}
		}
		return told;
	}

	private static void text(Http http, String path, Map<String, String> told) {
		told.put(path, told(http.get(path)));
		for (JsonNode version : list(http, path + "/versions", told)) {
			String one = "%s/versions/%d".formatted(path, version.path("version").longValue());
			told.put(one, told(http.get(one)));
		}
	}

	private static List<JsonNode> list(Http http, String path, Map<String, String> told) {
		List<JsonNode> items = new ArrayList<>();
		String next = path + "?limit=3";
		while (next != null) {
			Http.Answer answer = http.get(next);
			told.put(next, told(answer));
			answer.json("").forEach((member) -> {
				if (member.isArray()) {
					member.forEach(items::add);
				}
			});
			Matcher link = NEXT.matcher(String.valueOf(answer.field("Link")));
			next = link.find() ? link.group(1) : null;
		}
		return items;
	}

	private static String told(Http.Answer answer) {
		return "%d %s %s".formatted(answer.status(), answer.field("ETag"), answer.body());
	}

}
