using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <summary>Revisions lie in a table of their own: whoever changes a wedding does not write the wedding itself.</summary>
    public partial class Revisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    WeddingId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Derived = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.WeddingId);
                });

            migrationBuilder.Sql("INSERT INTO Revisions (WeddingId, Number, Derived) SELECT Id, Revision, 0 FROM Weddings;");

            // By itself EF would build the whole table anew, outside a transaction.
            migrationBuilder.Sql("ALTER TABLE Weddings DROP COLUMN Revision;");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Schemas only go forward; the copy made before holds the old one.");
    }
}
