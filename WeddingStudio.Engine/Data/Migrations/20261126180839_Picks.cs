using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Picks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "PublishesAtOnce",
                table: "Weddings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "InSeries",
                table: "Scores",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PickCounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WeddingId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PickCounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishedPicks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WeddingId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    PhotoId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedPicks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PickCounts_WeddingId",
                table: "PickCounts",
                column: "WeddingId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedPicks_WeddingId_PersonId",
                table: "PublishedPicks",
                columns: new[] { "WeddingId", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PickCounts");

            migrationBuilder.DropTable(
                name: "PublishedPicks");

            migrationBuilder.DropColumn(
                name: "PublishesAtOnce",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "InSeries",
                table: "Scores");
        }
    }
}
