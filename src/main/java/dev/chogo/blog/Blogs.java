package dev.chogo.blog;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Blogs extends Repository<Blog, Long> {

	Blog save(Blog blog);

	Optional<Blog> findById(long author);

	void deleteById(long author);

	boolean existsById(long author);

}
