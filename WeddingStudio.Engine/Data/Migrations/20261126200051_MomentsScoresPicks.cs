using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <inheritdoc />
    public partial class MomentsScoresPicks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "CompositionWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ContextWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ExpressionWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PublishesAtOnce",
                table: "Weddings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "TechnicalWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "InSeries",
                table: "Scores",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Blocking",
                table: "Photos",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Measures_Colours",
                table: "Photos",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Whites",
                table: "Photos",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ShotId",
                table: "Photos",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Burnt",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_ColourDetail",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Detail",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_OneWayBlur",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OffsetByHand",
                table: "Cameras",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "CompositionWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "ContextWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "ExpressionWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "PublishesAtOnce",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "TechnicalWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "InSeries",
                table: "Scores");

            migrationBuilder.DropColumn(
                name: "Measures_Blocking",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "Measures_Colours",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "Measures_Whites",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "ShotId",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "Measures_Burnt",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_ColourDetail",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_Detail",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_OneWayBlur",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "OffsetByHand",
                table: "Cameras");
        }
    }
}
