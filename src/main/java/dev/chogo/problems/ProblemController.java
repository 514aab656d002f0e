package dev.chogo.problems;

import java.util.List;

import dev.chogo.wire.NotHere;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages that a problem's {@code type} leads to. */
@Controller
@RequestMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
class ProblemController {

	/** Nothing runs on these pages, and everything on them is ours. */
	private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
			+ "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

	@ModelAttribute
	void policy(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Cache-Control", "no-cache");
	}

	/** All of them. */
	@GetMapping
	String all(Model model) {
		return page("Problems", List.of(Refusal.values()), model);
	}

	/** One of them. */
	@GetMapping("/{label}")
	String one(@PathVariable String label, Model model) {
		Refusal refusal = Refusal.labelled(label).orElseThrow(NotHere::new);
		return page(refusal.title(), List.of(refusal), model);
	}

	private static String page(String heading, List<Refusal> refusals, Model model) {
		model.addAttribute("heading", heading);
		model.addAttribute("refusals", refusals);
		return "problems";
	}

}
