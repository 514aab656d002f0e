package dev.chogo.blog;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The desk's default document. */
@Configuration(proxyBeanMethods = false)
class BlogConfiguration implements WebMvcConfigurer {

	@Override
	public void addViewControllers(ViewControllerRegistry views) {
		views.addViewController("/desk/").setViewName("forward:/desk/index.html");
		views.addRedirectViewController("/desk", "/desk/").setStatusCode(HttpStatus.PERMANENT_REDIRECT);
	}

}
