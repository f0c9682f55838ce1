import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Book {
  @PrimaryColumn()
  isbn!: string;

  @Column()
  title!: string;
}
