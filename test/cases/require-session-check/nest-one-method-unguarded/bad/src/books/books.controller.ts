import { Body, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { SignedInGuard } from '../auth/signed-in.guard';
import { Book } from './book.entity';

@Controller('books')
export class BooksController {
  constructor(@InjectRepository(Book) private readonly books: Repository<Book>) {}

  @Get()
  list() {
    return this.books.find({ order: { title: 'ASC' } });
  }

  @Post()
  @UseGuards(SignedInGuard)
  async add(@Body() body: { isbn: string; title: string }) {
    return this.books.insert({ isbn: body.isbn, title: body.title });
  }

  @Delete(':isbn')
  async remove(@Param('isbn') isbn: string) {
    // expect: require-session-check
    await this.books.delete({ isbn });
  }
}
